using TechMoves;

var root = AppContext.BaseDirectory;
var world = World.Read(Path.Combine(root, "data"), Path.Combine(root, "schemas"));
var language = Language.Read(Path.Combine(root, "data", "languages", "fr"), Path.Combine(root, "schemas"), world);
foreach (var token in Tokenizer.Read("Aujourd'hui, l'américain U.S. Steel a payé 1,5 Md€ à Booking.com d'Alibaba.", language)) Console.WriteLine(token);
