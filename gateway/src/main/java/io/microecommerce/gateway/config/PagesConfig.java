package io.microecommerce.gateway.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistration;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/**
 * Serves the pages: plain files below {@code static/}, each folder by name, so that whatever else is asked for stays a problem. What
 * is shown within a page stands behind the {@code #} of its address, which no server sees.
 */
@Configuration(proxyBeanMethods = false)
class PagesConfig implements WebMvcConfigurer {

    private static final String FILES = "classpath:/static/";
    private static final String[] PAGES = {"desk", "operations"};
    private static final String[] FOLDERS = {"common", "storefront", "desk", "operations", "pictures", "vendor"};

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        for (String page : PAGES) {
            pages.addRedirectViewController("/" + page, "/" + page + "/");
        }
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        serve(files, FILES, "/index.html", "/favicon.svg");
        for (String folder : FOLDERS) {
            serve(files, FILES + folder + "/", "/" + folder + "/**");
        }
        serveShell(files, FILES, "/");
        for (String page : PAGES) {
            serveShell(files, FILES + page + "/", "/" + page + "/");
        }
    }

    /** Served and not forwarded to: Tomcat ends a forwarded HEAD before the headers of {@link PageHeaders} are written. */
    private static void serveShell(ResourceHandlerRegistry files, String location, String path) {
        serve(files, location, path).resourceChain(true).addResolver(new PathResourceResolver() {
            @Override
            protected @Nullable Resource getResource(String folder, Resource from) throws IOException {
                return super.getResource("index.html", from);
            }
        });
    }

    /** The browser asks each time and mostly hears 304. The tag is made of the content: in an image all files are of one date. */
    private static ResourceHandlerRegistration serve(
            ResourceHandlerRegistry files, String location, String... patterns) {
        return files.addResourceHandler(patterns)
                .addResourceLocations(location)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(PagesConfig::tag);
    }

    private static String tag(Resource file) {
        try (InputStream content = file.getInputStream()) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.readAllBytes());
            return '"' + HexFormat.of().formatHex(digest, 0, 16) + '"';
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
