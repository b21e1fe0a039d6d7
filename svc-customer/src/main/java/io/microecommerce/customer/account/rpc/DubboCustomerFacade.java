package io.microecommerce.customer.account.rpc;

import io.microecommerce.api.Limits;
import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.ChangeProfileCommand;
import io.microecommerce.api.customer.CustomerFacade;
import io.microecommerce.api.customer.CustomerView;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.ResetPasswordCommand;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.account.AppointStaff;
import io.microecommerce.customer.account.ChangeProfile;
import io.microecommerce.customer.account.ClaimReferrer;
import io.microecommerce.customer.account.Customer;
import io.microecommerce.customer.account.Customers;
import io.microecommerce.customer.account.NoCustomer;
import io.microecommerce.customer.account.Registration;
import io.microecommerce.customer.deletion.DeleteCustomer;
import io.microecommerce.customer.password.ChangePassword;
import io.microecommerce.customer.password.RequestPasswordReset;
import io.microecommerce.customer.password.ResetPassword;
import org.apache.dubbo.config.annotation.DubboService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Customers over Dubbo. */
@DubboService
public class DubboCustomerFacade implements CustomerFacade {

    private static final Logger log = LoggerFactory.getLogger(DubboCustomerFacade.class);

    private final Customers customers;
    private final Registration registration;
    private final ChangeProfile profile;
    private final ClaimReferrer claimReferrer;
    private final AppointStaff appointStaff;
    private final ChangePassword changePassword;
    private final RequestPasswordReset requestReset;
    private final ResetPassword resetPassword;
    private final DeleteCustomer deletion;

    DubboCustomerFacade(
            Customers customers,
            Registration registration,
            ChangeProfile profile,
            ClaimReferrer claimReferrer,
            AppointStaff appointStaff,
            ChangePassword changePassword,
            RequestPasswordReset requestReset,
            ResetPassword resetPassword,
            DeleteCustomer deletion) {
        this.customers = customers;
        this.registration = registration;
        this.profile = profile;
        this.claimReferrer = claimReferrer;
        this.appointStaff = appointStaff;
        this.changePassword = changePassword;
        this.requestReset = requestReset;
        this.resetPassword = resetPassword;
        this.deletion = deletion;
    }

    @Override
    public CustomerView register(RegisterCommand command) throws Refusal {
        Customer customer = registration.register(command);
        log.info("Customer {} registered, referrer {}", customer.id(), customer.referrerId());
        return customer.view();
    }

    @Override
    public CustomerView customer(String customerId) throws Refusal {
        return customers.byId(id(customerId)).orElseThrow(NoCustomer::refusal).view();
    }

    @Override
    public CustomerView changeProfile(ChangeProfileCommand command) throws Refusal {
        return profile.change(command).view();
    }

    @Override
    public void changePassword(ChangePasswordCommand command) throws Refusal {
        changePassword.change(command);
        log.info("Customer {} changed the password", command.customerId());
    }

    @Override
    public CustomerView claimReferrer(String customerId, String referrerCode) throws Refusal {
        Customer customer = claimReferrer.claim(id(customerId), referrerCode);
        log.info("Customer {} named the referrer {}", customer.id(), customer.referrerId());
        return customer.view();
    }

    @Override
    public void requestPasswordReset(String email) throws Refusal {
        requestReset.request(email);
    }

    @Override
    public void resetPassword(ResetPasswordCommand command) throws Refusal {
        log.info("Customer {} reset the password", resetPassword.reset(command));
    }

    @Override
    public void delete(String customerId) throws Refusal {
        deletion.delete(id(customerId));
    }

    @Override
    public CustomerView customerByEmail(String email) throws Refusal {
        return customers.byEmail(email).orElseThrow(NoCustomer::refusal).view();
    }

    @Override
    public CustomerView setStaff(String customerId, boolean staff, String byStaffId) throws Refusal {
        Customer customer = appointStaff.set(id(customerId), staff, Limits.requireId("by_staff_id", byStaffId));
        log.info("Customer {} is {} of the staff, says {}", customer.id(), staff ? "one" : "none", byStaffId);
        return customer.view();
    }

    private static String id(String customerId) {
        return Limits.requireId("customer_id", customerId);
    }
}
