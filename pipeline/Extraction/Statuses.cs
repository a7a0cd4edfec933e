namespace TechMoves;

/// <summary>Settles the status of a joined move by what kind of move it is, where its words leave it at "announced".</summary>
public static class Statuses
{
    public static Candidate Of(Candidate candidate, World world) => candidate.Dropped is not null ? candidate : candidate.Status switch
    {
        Status.Announced when !IsAhead(candidate) => candidate with { Status = Settled(candidate, world) },
        // A company that announces the intention to buy at a price has agreed.
        Status.Planned when candidate is { Asserter: Asserter.Company, Amount: not null, Detail: null or StatusDetail.PendingApproval or StatusDetail.Signed, Type: MoveType.Acquisition or MoveType.Investment or MoveType.Merger } =>
            candidate with { Status = candidate.Background ? Status.Completed : Status.Announced },
        _ => candidate,
    };

    /// <summary>Told as to come.</summary>
    static bool IsAhead(Candidate candidate) => candidate.Type is MoveType.ProductLaunch or MoveType.Expansion or MoveType.Trial or MoveType.Development && candidate.Features.Any(f => f is "shape_modal" or "shape_infinitive");

    static Status Settled(Candidate candidate, World world) => candidate switch
    {
        // A trial told in the present is under way.
        { Type: MoveType.Trial } when candidate.Features.Contains("shape_present", StringComparer.Ordinal) => Status.Announced,
        // What an article looks back on has been done since.
        { Background: true, Type: not (MoveType.Development or MoveType.ProductLaunch) } => Status.Completed,
        // A listing is a plan until the shares are traded.
        { Type: MoveType.Ipo } => Status.Planned,
        // A service is there when it is launched; a device is shown first and sold later.
        { Type: MoveType.ProductLaunch } when world.ReleasedSectors.Contains(candidate.Sector!) => Status.Completed,
        _ => Status.Announced,
    };
}
