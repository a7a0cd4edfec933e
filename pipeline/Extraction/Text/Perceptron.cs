using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>The weights while they are learnt: whole numbers per clue and tag, with the sums from which the average is taken.</summary>
public sealed class Perceptron
{
    /// <summary>The columns of a row are the tags; that of Unknown counts the mistakes in which the clue had a part.</summary>
    const int Columns = (int)Tag.Other + 1;

    /// <summary>Clues of a single mistake are dropped: six in ten, for less than 0.1 points.</summary>
    const int FewestMistakes = 2;

    /// <summary>Smaller averages are dropped, larger ones (one in five thousand) clipped.</summary>
    const double Smallest = 0.3, Largest = 12;

    readonly Dictionary<uint, int> _rows = [];
    readonly List<int> _weights = [];
    readonly List<long> _changes = [];
    long _step = 1;

    /// <summary>The best tag by the weights so far.</summary>
    public Tag Best(ReadOnlySpan<uint> clues)
    {
        Span<int> scores = stackalloc int[Columns];
        var weights = CollectionsMarshal.AsSpan(_weights);
        foreach (var clue in clues)
            if (_rows.TryGetValue(clue, out var row))
                for (var tag = 0; tag < Columns; tag++) scores[tag] += weights[row + tag];
        var best = 1;
        for (var tag = 2; tag < Columns; tag++) if (scores[tag] > scores[best]) best = tag;
        return (Tag)best;
    }

    /// <summary>Moves the weights of the clues from a wrong tag to the right one; every decision counts as a step, right or wrong.</summary>
    public void Learn(ReadOnlySpan<uint> clues, Tag right, Tag chosen)
    {
        if (right != chosen)
            foreach (var clue in clues)
            {
                if (!_rows.TryGetValue(clue, out var row))
                {
                    _rows.Add(clue, row = _weights.Count);
                    CollectionsMarshal.SetCount(_weights, row + Columns);
                    CollectionsMarshal.SetCount(_changes, row + Columns);
                    CollectionsMarshal.AsSpan(_weights)[row..].Clear();
                    CollectionsMarshal.AsSpan(_changes)[row..].Clear();
                }
                CollectionsMarshal.AsSpan(_weights)[row]++;
                Change(row + (int)right, 1);
                Change(row + (int)chosen, -1);
            }
        _step++;
    }

    void Change(int place, int by)
    {
        _weights[place] += by;
        _changes[place] += by * _step;
    }

    /// <summary>The averaged weights that matter, in signed bytes.</summary>
    public TaggerWeights Average(TaggerLexicon lexicon)
    {
        var clues = new List<uint>();
        var counts = new List<byte>();
        var values = new List<byte>();
        foreach (var (clue, row) in _rows.OrderBy(r => r.Key))
        {
            if (_weights[row] < FewestMistakes) continue;
            byte count = 0;
            for (var tag = 1; tag < Columns; tag++)
            {
                var average = _weights[row + tag] - ((double)_changes[row + tag] / _step);
                if (Math.Abs(average) < Smallest) continue;
                var value = (int)Math.Round(Math.Clamp(average / Largest, -1, 1) * 127);
                if (value == 0) continue;
                values.AddRange([(byte)tag, (byte)(sbyte)value]);
                count++;
            }
            if (count == 0) continue;
            clues.Add(clue);
            counts.Add(count);
        }
        return new(lexicon, [.. clues], [.. counts], [.. values]);
    }
}
