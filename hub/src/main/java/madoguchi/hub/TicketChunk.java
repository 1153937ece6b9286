package madoguchi.hub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import madoguchi.core.Problem;
import madoguchi.core.Typed;
import madoguchi.hub.FactStore.NewTicket;
import madoguchi.json.CoreJson;

/** 医療券の行のまとまり. */
final class TicketChunk implements Chunk {

    private final List<NewTicket> lines = new ArrayList<>();

    @Override
    public List<Problem> add(Map<String, String> cells) {
        var parsed = Ticket.parse(cells);
        if (parsed.problems().isEmpty()) {
            lines.add(fact(parsed.orElseThrow()));
        }
        return parsed.problems();
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public void clear() {
        lines.clear();
    }

    @Override
    public int store(FactStore store, long batch, Instant recordedAt) {
        List<NewTicket> news = Chunk.news(
                lines,
                store.latestContents(
                        "ticket_fact", lines.stream().map(NewTicket::name).toList()),
                NewTicket::name,
                NewTicket::content);
        store.addTickets(batch, recordedAt, news);
        return news.size();
    }

    private static NewTicket fact(Ticket line) {
        return new NewTicket(
                Digest.of(
                        line.payer().digits(),
                        Typed.numberKey(line.number()),
                        line.ticket().month().toString(),
                        line.ticket().facility().digits()),
                Digest.of(CoreJson.mapper().writeValueAsString(line.ticket()), Boolean.toString(line.withdrawn())),
                line.withdrawn(),
                line.payer().digits(),
                line.number(),
                line.ticket());
    }
}
