namespace TechMoves;

/// <summary>Broken settings, lexicon or schema: the message says where (file and line) and what to do; the program ends with exit code 2.</summary>
public sealed class ConfigurationException(string message) : Exception(message);
