package madoguchi.desk;

import java.util.Optional;
import madoguchi.stamp.StampKeys;

/** 検証の鍵の入手先 – where a desk asks for the keys of codes; nothing where nobody answers, and then the keys it has go on serving. */
public interface StampFeed {

    /** The keys of this moment. Never throws for a line that is cut. */
    Optional<StampKeys> fetch();
}
