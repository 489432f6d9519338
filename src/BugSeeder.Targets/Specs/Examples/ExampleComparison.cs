namespace BugSeeder.Specs.Examples;

/// <summary>How an example's value is compared with the stated one and shown, as the text of members of a class: it runs in the target's process.</summary>
internal static class ExampleComparison
{
    /// <summary>The members <c>Settled</c>, <c>Enumerate</c>, <c>Same</c> and <c>Show</c>.</summary>
    public const string Members = """
        private static object Settled(object value)
        {
            if (value is Task task)
            {
                task.GetAwaiter().GetResult();
                return task.GetType().GetProperty("Result")?.GetValue(task);
            }

            return value;
        }

        private static void Enumerate(object value)
        {
            if (value is IEnumerable items and not string)
                foreach (var item in items.Cast<object>().Take(10000)) { }
        }

        private static bool Same(object left, object right)
        {
            if (left == null || right == null)
                return left == null && right == null;
            if (left.Equals(right))
                return true;
            if (left is string || right is string)
                return false;
            if (left is IEnumerable ones && right is IEnumerable others)
            {
                var (a, b) = (ones.Cast<object>().Take(100000).ToList(), others.Cast<object>().Take(100000).ToList());
                return a.Count == b.Count && a.Zip(b, Same).All(same => same);
            }

            if (left is double or float || right is double or float)
                return left is IConvertible && right is IConvertible && IsNumber(left) && IsNumber(right)
                    && Math.Abs(Convert.ToDouble(left, CultureInfo.InvariantCulture) - Convert.ToDouble(right, CultureInfo.InvariantCulture)) <= 1e-9 * Math.Max(1, Math.Abs(Convert.ToDouble(right, CultureInfo.InvariantCulture)));
            return IsNumber(left) && IsNumber(right) && Convert.ToDecimal(left, CultureInfo.InvariantCulture) == Convert.ToDecimal(right, CultureInfo.InvariantCulture);
        }

        private static bool IsNumber(object value) => value is byte or sbyte or short or ushort or int or uint or long or ulong or decimal or double or float;

        private static string Show(object value)
        {
            if (value == null)
                return "null";
            if (value is string text)
                return "\"" + text + "\"";
            if (value is IEnumerable items)
                return "[" + string.Join(", ", items.Cast<object>().Take(10).Select(Show)) + "]";
            var shown = value is IFormattable formattable ? formattable.ToString(null, CultureInfo.InvariantCulture) : value.ToString() ?? "";
            return shown.Length > 200 ? shown.Substring(0, 200) + "…" : shown;
        }
        """;
}
