package madoguchi.hub;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import madoguchi.core.InsuredId;

/** 照合だけ – the look-up of an inquiry, prepared on one connection, without the hub around it: for measurements. */
public final class LookUp implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement select;

    /** Looks up on this connection, which is closed with it. */
    public LookUp(Connection connection) throws SQLException {
        this.connection = connection;
        this.select = connection.prepareStatement(FactStore.ABOUT);
    }

    /** How many facts there are about whoever ever had a coverage under this number. */
    public int facts(InsuredId asked) throws SQLException {
        select.setLong(1, Asked.hash(asked));
        select.setString(2, asked.numberKey());
        select.setString(3, asked.insurer().digits());
        int facts = 0;
        try (ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                facts += rows.getBytes(7).length == 0 ? 0 : 1;
            }
        }
        return facts;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
