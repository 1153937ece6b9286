package madoguchi.app;

import picocli.CommandLine.Command;

/** 審査支払をする – takes claim files, settles a month, lists what came and what became of it. */
@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "審査支払（模擬）: レセプトを受け付け、振替・分割し、結果を書く（docs/review.md）",
            "the review agency, SIMULATION: take claim files, settle them, write the results"
        },
        subcommands = {ReviewTakeCommand.class, ReviewSettleCommand.class, ReviewListCommand.class})
final class ReviewCommand {}
