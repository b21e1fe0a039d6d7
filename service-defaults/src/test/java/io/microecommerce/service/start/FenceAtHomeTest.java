package io.microecommerce.service.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import org.apache.seata.rm.tcc.api.BusinessActionContext;
import org.apache.seata.rm.tcc.api.LocalTCC;
import org.apache.seata.rm.tcc.api.TwoPhaseBusinessAction;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class FenceAtHomeTest {

    private final DataSource own = new DriverManagerDataSource();
    private final DataSource other = new DriverManagerDataSource();

    @Test
    void startsWithOneDataSource() {
        assertThatCode(() -> FenceAtHome.requireOneDataSource(own, own, Map.of("dataSource", own)))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesAFenceElsewhere() {
        assertThatThrownBy(() -> FenceAtHome.requireOneDataSource(other, own, Map.of("dataSource", own)))
                .isInstanceOf(UnsafeSettingException.class)
                .hasMessageContaining("The fence's data source is not that of the transaction manager")
                .hasMessageContaining("SpringFenceConfig");
    }

    @Test
    void refusesTransactionsElsewhere() {
        assertThatThrownBy(() -> FenceAtHome.requireOneDataSource(own, null, Map.of("dataSource", own)))
                .isInstanceOf(UnsafeSettingException.class);
    }

    @Test
    void refusesASecondDataSourceForMappersToUse() {
        assertThatThrownBy(
                        () -> FenceAtHome.requireOneDataSource(own, own, Map.of("dataSource", own, "reporting", other)))
                .isInstanceOf(UnsafeSettingException.class)
                .hasMessageContaining("reporting");
    }

    @Test
    void refusesAParticipantWithoutAFence() {
        assertThatThrownBy(() -> FenceAtHome.requireFenced(Unfenced.class))
                .isInstanceOf(UnsafeSettingException.class)
                .hasMessageContaining("useTCCFence is false on Unfenced.tryIt");
    }

    @Test
    void startsWithAFencedParticipant() {
        assertThatCode(() -> FenceAtHome.requireFenced(Fenced.class)).doesNotThrowAnyException();
    }

    @LocalTCC
    static class Unfenced {

        @TwoPhaseBusinessAction(name = "unfenced")
        public void tryIt() {}

        public void commit(BusinessActionContext branch) {}

        public void rollback(BusinessActionContext branch) {}
    }

    @LocalTCC
    static class Fenced {

        @TwoPhaseBusinessAction(name = "fenced", useTCCFence = true)
        public void tryIt() {}

        public void commit(BusinessActionContext branch) {}

        public void rollback(BusinessActionContext branch) {}
    }
}
