import java.nio.file.Path;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** A Neo4j Community server on loopback, for the tests. Arguments: folder of the database, port for Bolt, settings file. */
public class Neo4jServer {
    public static void main(String[] arguments) throws Exception {
        var builder = new DatabaseManagementServiceBuilder(Path.of(arguments[0]));
        if (arguments.length > 2) builder.loadPropertiesFromFile(Path.of(arguments[2]));
        var service = builder
                .setConfig(BoltConnector.enabled, true)
                .setConfig(BoltConnector.listen_address, new SocketAddress("127.0.0.1", Integer.parseInt(arguments[1])))
                .setConfig(HttpConnector.enabled, false)
                .build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("ready");
        // The server ends with the process that started it: when that closes our standard input.
        while (System.in.read() >= 0) { }
        System.exit(0);
    }
}
