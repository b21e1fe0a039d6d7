package io.microecommerce.customer.address.store;

import io.microecommerce.api.customer.AddressView;
import io.microecommerce.customer.address.Addresses;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Address books in PostgreSQL. Each change holds the lock of the book, so that what it counts and reads stays true. */
@Repository
class MyBatisAddresses implements Addresses {

    private final AddressMapper mapper;

    MyBatisAddresses(AddressMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public List<AddressView> of(String customerId) {
        return mapper.of(customerId).stream().map(AddressRow::toView).toList();
    }

    @Override
    public Optional<AddressView> find(String customerId, String addressId) {
        return Optional.ofNullable(mapper.find(customerId, addressId)).map(AddressRow::toView);
    }

    @Override
    @Transactional
    public Addition add(String customerId, AddressView address, int most, Instant at) {
        if (mapper.lockBook(customerId) == null) {
            return Addition.NO_CUSTOMER;
        }
        int held = mapper.count(customerId);
        if (held >= most) {
            return Addition.FULL;
        }
        if (address.preferred()) {
            mapper.preferNone(customerId);
        }
        mapper.insert(customerId, address.id(), address.address(), address.preferred() || held == 0, at);
        return Addition.ADDED;
    }

    @Override
    @Transactional
    public boolean change(String customerId, AddressView address, Instant at) {
        mapper.lockBook(customerId);
        AddressRow before = mapper.find(customerId, address.id());
        if (before == null) {
            return false;
        }
        if (address.preferred()) {
            mapper.preferNone(customerId);
        }
        mapper.update(customerId, address.id(), address.address(), address.preferred() || before.preferred(), at);
        return true;
    }

    @Override
    @Transactional
    public boolean remove(String customerId, String addressId, Instant at) {
        mapper.lockBook(customerId);
        AddressRow before = mapper.find(customerId, addressId);
        if (before == null) {
            return false;
        }
        mapper.delete(customerId, addressId);
        if (before.preferred()) {
            mapper.preferNewest(customerId, at);
        }
        return true;
    }
}
