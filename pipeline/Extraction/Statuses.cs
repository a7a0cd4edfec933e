namespace TechMoves;

/// <summary>Settles the status of a joined move by what kind of move it is, where its words leave it at "announced".</summary>
public static class Statuses
{
    public static Candidate Of(Candidate candidate, World world) => candidate is { Status: Status.Announced, Dropped: null } ? candidate with { Status = Settled(candidate, world) } : candidate;

    static Status Settled(Candidate candidate, World world) => candidate switch
    {
        // What an article looks back on has been done since.
        { Background: true, Type: not (MoveType.Development or MoveType.ProductLaunch or MoveType.Ipo) } => Status.Completed,
        // A listing is a plan until the shares are traded.
        { Type: MoveType.Ipo } => Status.Planned,
        // A service is there when it is launched; a device is shown first and sold later.
        { Type: MoveType.ProductLaunch } when world.ReleasedSectors.Contains(candidate.Sector!) => Status.Completed,
        _ => Status.Announced,
    };
}
