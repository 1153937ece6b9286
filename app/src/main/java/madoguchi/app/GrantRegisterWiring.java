package madoguchi.app;

import madoguchi.facilities.Facilities;
import madoguchi.facilities.RegisterPages;
import madoguchi.web.Frames;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** 補助の台帳の配線 – beside the desk of one facility. Where it wants to be listed can be said where the lists are. */
@Configuration(proxyBeanMethods = false)
class GrantRegisterWiring {

    @Bean
    RegisterPages registerPages(Facilities facilities, Settings settings, Frames frames) {
        return facilities.registerPages(settings.facility(), settings.role().hasHub(), frames);
    }
}
