using Parquet;
using Parquet.Schema;

namespace Isolux.Storage.Events;

/// <summary>A column of a table: never null, with its unit in the metadata of the file.</summary>
/// <param name="Name">Name; ends in the unit where there is one.</param>
/// <param name="Type">Type of its values.</param>
/// <param name="Unit">Unit, or what the number means.</param>
/// <param name="Encoding">How the values are laid out before compression.</param>
internal sealed record TableColumn(string Name, Type Type, string Unit, EncodingHint Encoding = EncodingHint.Default)
{
    /// <summary>The column in terms of the format.</summary>
    public DataField Field { get; } = new(Name, Type, isNullable: false);

    /// <summary>Name of its type for a sentence.</summary>
    public string TypeName => NameOf(Type);

    /// <summary>Name of a type for a sentence.</summary>
    public static string NameOf(Type type) => type switch
    {
        _ when type == typeof(float) => "float32",
        _ when type == typeof(double) => "float64",
        _ => type.Name.ToLowerInvariant(),
    };
}
