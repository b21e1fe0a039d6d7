package io.microecommerce.payment.provider.remote;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import io.microecommerce.payment.provider.ProviderException;
import io.microecommerce.payment.provider.ProviderStatements;
import io.microecommerce.payment.provider.StatementLine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/** WeChat Pay's trade bills. */
final class WeChatPayStatements implements ProviderStatements {

    /** WeChat's word for a day on which nothing happened. One that is not ready has another. */
    private static final String NOTHING_HAPPENED = "NO_STATEMENT_EXIST";

    private final BillDownloadServiceExtension bills;

    WeChatPayStatements(WeChatPayAccount account) {
        bills = new BillDownloadServiceExtension.Builder()
                .config(account.config())
                .httpClient(account.downloads())
                .build();
    }

    @Override
    public List<StatementLine> ofDay(LocalDate day) {
        GetTradeBillRequest request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setBillType(BillType.ALL);
        try {
            return WeChatPayBill.lines(download(request));
        } catch (ServiceException refused) {
            if (NOTHING_HAPPENED.equals(refused.getErrorCode())) {
                return List.of();
            }
            throw failed(day, refused.getHttpStatusCode() + " " + refused.getErrorCode(), refused);
        } catch (WechatPayException | IOException | IllegalArgumentException | NullPointerException failure) {
            throw failed(day, failure.getClass().getSimpleName() + " " + failure.getMessage(), failure);
        }
    }

    private String download(GetTradeBillRequest request) throws IOException {
        DigestBillEntity bill = bills.getTradeBill(request);
        byte[] text;
        try (InputStream stream = bill.getInputStream()) {
            text = stream.readAllBytes();
        }
        if (!bill.verifyHash()) {
            throw new IOException("It is not what its hash says");
        }
        return new String(text, StandardCharsets.UTF_8);
    }

    private static ProviderException failed(LocalDate day, String why, Exception cause) {
        return new ProviderException("WeChat Pay's bill of " + day + ": " + why, cause);
    }
}
