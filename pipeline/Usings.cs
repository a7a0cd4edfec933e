global using System.Collections.Frozen;
global using System.Collections.Immutable;
global using System.Globalization;
global using System.Numerics;
global using System.Security.Cryptography;
global using System.Text;
global using System.Text.Json;
