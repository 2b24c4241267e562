namespace Isolux.Campaign.Positioning;

/// <summary>What ultrasound, cameras and cables say of each other.</summary>
public enum FusionVerdict
{
    /// <summary>Only one of them measured.</summary>
    NotTested,

    /// <summary>All that measured agree and entered.</summary>
    Agree,

    /// <summary>The cables disagree with the rest: one slipped or is read wrong. They are left out.</summary>
    CablesSlipped,

    /// <summary>Ultrasound disagrees with cameras and cables and is left out.</summary>
    UltrasoundWrong,

    /// <summary>Cameras disagree with ultrasound and cables and are left out.</summary>
    CamerasWrong,

    /// <summary>Ultrasound and cameras disagree and nothing decides between them: there is no place.</summary>
    Undecided,
}
