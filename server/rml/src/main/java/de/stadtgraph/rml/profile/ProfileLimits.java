package de.stadtgraph.rml.profile;

/// How much of a file is looked at.
///
/// @param records records that are read; what lies behind them is not seen
/// @param fields fields that are profiled
/// @param distinct different values of a field that are told apart
/// @param codes most values of a code list
/// @param sample most records of the sample
/// @param headBytes bytes from which encoding and dialect are guessed
public record ProfileLimits(int records, int fields, int distinct, int codes, int sample, int headBytes) {
    public static final ProfileLimits STANDARD = new ProfileLimits(200_000, 400, 200_000, 50, 30, 1 << 20);

    public ProfileLimits {
        if (records < 1 || fields < 1 || distinct < 1 || codes < 1 || sample < 1 || headBytes < 64) {
            throw new IllegalArgumentException("every limit must be positive");
        }
    }

    ProfileLimits withDistinct(int values) {
        return new ProfileLimits(records, fields, values, codes, sample, headBytes);
    }
}
