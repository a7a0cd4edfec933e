using System.Runtime.InteropServices;

namespace TechMoves;

/// <summary>The weights while they are learnt: whole numbers per clue and tag, with the sums from which the average is taken.</summary>
public sealed class Perceptron
{
    /// <summary>The columns of a row are the tags; that of Unknown counts the mistakes in which the clue had a part.</summary>
    const int Columns = (int)Tag.Other + 1;

    /// <summary>Clues with fewer mistakes, on average over the perceptrons, are dropped: six in ten, for 0.1 points.</summary>
    const double FewestMistakes = 1.5;

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

    /// <summary>The average of several perceptrons, as far as it matters, in signed bytes.</summary>
    public static TaggerWeights Average(IReadOnlyCollection<Perceptron> perceptrons, TaggerLexicon lexicon)
    {
        var sums = new SortedDictionary<uint, double[]>();
        foreach (var perceptron in perceptrons) perceptron.AddTo(sums);
        List<uint> clues = [];
        List<byte> counts = [], values = [];
        foreach (var (clue, sum) in sums)
        {
            if (sum[0] < FewestMistakes * perceptrons.Count) continue;
            var before = values.Count;
            for (var tag = 1; tag < Columns; tag++)
            {
                var average = sum[tag] / perceptrons.Count;
                var value = (int)Math.Round(Math.Clamp(average / Largest, -1, 1) * 127);
                if (Math.Abs(average) >= Smallest && value != 0) values.AddRange([(byte)tag, (byte)(sbyte)value]);
            }
            if (values.Count == before) continue;
            clues.Add(clue);
            counts.Add((byte)((values.Count - before) / 2));
        }
        return new(lexicon, [.. clues], [.. counts], [.. values]);
    }

    /// <summary>Adds the mistakes and averaged weights of each clue to sums over several perceptrons.</summary>
    void AddTo(SortedDictionary<uint, double[]> sums)
    {
        foreach (var (clue, row) in _rows)
        {
            if (!sums.TryGetValue(clue, out var sum)) sums.Add(clue, sum = new double[Columns]);
            sum[0] += _weights[row];
            for (var tag = 1; tag < Columns; tag++) sum[tag] += _weights[row + tag] - ((double)_changes[row + tag] / _step);
        }
    }
}
