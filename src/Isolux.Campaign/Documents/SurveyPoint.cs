namespace Isolux.Campaign.Documents;

/// <summary>One row of a table of points: system, distance from the axis and height above the centre, m.</summary>
public sealed record SurveyPoint(string System, double RhoM, double ZM);
