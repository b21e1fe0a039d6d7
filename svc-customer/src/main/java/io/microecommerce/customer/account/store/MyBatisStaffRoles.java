package io.microecommerce.customer.account.store;

import io.microecommerce.customer.account.StaffRoles;
import io.microecommerce.customer.account.store.StaffRoleMapper.RoleRow;
import io.microecommerce.customer.session.SessionEnd;
import io.microecommerce.customer.session.Sessions;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Staff in PostgreSQL. */
@Repository
class MyBatisStaffRoles implements StaffRoles {

    private final StaffRoleMapper mapper;
    private final Sessions sessions;

    MyBatisStaffRoles(StaffRoleMapper mapper, Sessions sessions) {
        this.mapper = mapper;
        this.sessions = sessions;
    }

    @Override
    @Transactional
    public Appointment set(String customerId, boolean staff, String byStaffId, Instant at) {
        List<RoleRow> both = mapper.lock(customerId, byStaffId);
        if (both.stream().noneMatch(row -> row.id().equals(byStaffId) && row.staff())) {
            return Appointment.BY_NO_STAFF;
        }
        if (both.stream().noneMatch(row -> row.id().equals(customerId))) {
            return Appointment.NO_CUSTOMER;
        }
        if (mapper.set(customerId, staff, at) == 1 && !staff) {
            sessions.endAll(customerId, SessionEnd.ROLE_TAKEN, at);
        }
        return Appointment.DONE;
    }
}
