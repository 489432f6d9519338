using System.Reflection;

namespace BugSeeder.TestHost;

/// <summary>Finds the types whose objects live on from test to test: it looks at every object that static fields lead to.</summary>
internal sealed class LastingObjects
{
    /// <summary>Who keeps more is not looked through: it would take seconds.</summary>
    private const int Most = 1_000_000;

    private const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Stack<object> open = new();
    private readonly Dictionary<Type, FieldInfo[]> fields = [];
    private readonly HashSet<Type> types = [];

    private LastingObjects()
    {
    }

    /// <summary>The full names of those types, and of what they derive from; <see langword="null"/> where there are too many objects to tell.</summary>
    /// <param name="modules">The simple names of the assemblies whose static fields, and whose types, are meant.</param>
    /// <param name="framework">What keeps the tests, and their arguments, from run to run.</param>
    public static IReadOnlyList<string>? In(IReadOnlyList<string> modules, object? framework)
    {
        var assemblies = AppDomain.CurrentDomain.GetAssemblies().Where(assembly => modules.Contains(assembly.GetName().Name, StringComparer.Ordinal)).ToHashSet();
        var found = new LastingObjects();
        foreach (var field in assemblies.SelectMany(TypesOf).Where(type => !type.ContainsGenericParameters).SelectMany(type => type.GetFields(Own | BindingFlags.Static)).Where(MayLead))
            found.Add(ValueOf(field, null));
        found.Add(framework);
        return found.LookAtAll() ? [.. found.types.Where(type => assemblies.Contains(type.Assembly)).Select(NameOf).Distinct(StringComparer.Ordinal)] : null;
    }

    private static IEnumerable<Type> TypesOf(Assembly assembly)
    {
        try
        {
            return assembly.GetTypes();
        }
        catch (ReflectionTypeLoadException problem)
        {
            return problem.Types.OfType<Type>();
        }
    }

    private static string NameOf(Type type) => (type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;

    /// <summary>Neither plain values nor text lead anywhere, and what a reference or a pointer on the stack leads to is not kept.</summary>
    private static bool MayLead(FieldInfo field) =>
        !field.IsLiteral && field.FieldType is { IsPrimitive: false, IsEnum: false, IsPointer: false, IsFunctionPointer: false, IsByRef: false, IsByRefLike: false } type && type != typeof(string) && type != typeof(decimal);

    private static object? ValueOf(FieldInfo field, object? owner)
    {
        try
        {
            return field.GetValue(owner);
        }
        catch (Exception)
        {
            // What a type starts with may fail: then there is nothing.
            return null;
        }
    }

    private bool LookAtAll()
    {
        while (open.TryPop(out var item))
        {
            if (seen.Count > Most)
                return false;
            if (item is Array array)
            {
                if (array.GetType().GetElementType() is { IsPrimitive: false, IsPointer: false })
                {
                    foreach (var element in array)
                        Add(element);
                }
            }
            else
            {
                foreach (var field in FieldsOf(item.GetType()))
                    Add(ValueOf(field, item));
            }
        }

        return true;
    }

    private void Add(object? item)
    {
        if (item is null or string or MemberInfo or Assembly or Module or Thread || !seen.Add(item))
            return;
        for (var type = item.GetType(); type is not null && types.Add(type); type = type.BaseType)
        {
        }

        open.Push(item);
    }

    private FieldInfo[] FieldsOf(Type type)
    {
        if (fields.TryGetValue(type, out var known))
            return known;
        var all = new List<FieldInfo>();
        for (var part = type; part is not null; part = part.BaseType)
            all.AddRange(part.GetFields(Own | BindingFlags.Instance).Where(MayLead));
        return fields[type] = [.. all];
    }
}
