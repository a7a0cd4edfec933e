namespace TechMoves;

/// <summary>The best one-to-one assignment of rows to columns by their weights: the Hungarian method, cubic in the larger side.</summary>
public static class Assignment
{
    /// <summary>For each row its column, or -1; pairs of weight 0 are left apart.</summary>
    public static int[] Of(double[][] weights)
    {
        var rows = weights.Length;
        var columns = weights.Select(r => r.Length).DefaultIfEmpty().Max();
        var assigned = Enumerable.Repeat(-1, rows).ToArray();
        if (rows == 0 || columns == 0) return assigned;
        var size = Math.Max(rows, columns);
        var most = weights.Max(r => r.Max());
        double Cost(int row, int column) => most - (row < rows && column < columns ? weights[row][column] : 0);
        var (ofRow, ofColumn) = (new double[size + 1], new double[size + 1]);
        var (row, way) = (new int[size + 1], new int[size + 1]);
        for (var i = 1; i <= size; i++)
        {
            row[0] = i;
            var column = 0;
            var low = Enumerable.Repeat(double.PositiveInfinity, size + 1).ToArray();
            var used = new bool[size + 1];
            do
            {
                used[column] = true;
                var (current, least, next) = (row[column], double.PositiveInfinity, 0);
                for (var j = 1; j <= size; j++)
                {
                    if (used[j]) continue;
                    var slack = Cost(current - 1, j - 1) - ofRow[current] - ofColumn[j];
                    if (slack < low[j]) (low[j], way[j]) = (slack, column);
                    if (low[j] < least) (least, next) = (low[j], j);
                }
                for (var j = 0; j <= size; j++)
                {
                    if (used[j])
                    {
                        ofRow[row[j]] += least;
                        ofColumn[j] -= least;
                    }
                    else low[j] -= least;
                }
                column = next;
            }
            while (row[column] != 0);
            for (; column != 0; column = way[column]) row[column] = row[way[column]];
        }
        for (var j = 1; j <= columns; j++)
            if (row[j] - 1 < rows && weights[row[j] - 1][j - 1] > 0) assigned[row[j] - 1] = j - 1;
        return assigned;
    }
}
