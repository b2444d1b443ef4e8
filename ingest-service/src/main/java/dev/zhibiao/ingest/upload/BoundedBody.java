package dev.zhibiao.ingest.upload;

import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A request's body that ends in a refusal where it is too large or breaks off. */
final class BoundedBody extends FilterInputStream {

    private final long most;
    private long count;
    private boolean refused;

    /**
     * Bounds a body.
     *
     * @param most bytes
     */
    BoundedBody(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** As of any stream, but throws {@link RefusedException} instead of {@link IOException}. */
    @Override
    public int read(byte[] buffer, int offset, int length) {
        int read;
        try {
            read = super.read(buffer, offset, length);
        } catch (IOException e) {
            throw refuse(Problem.BAD_PARAMETER, "the body broke off after " + count + " bytes");
        }
        count += Math.max(read, 0);
        if (count > most) {
            throw refuse(Problem.TOO_LARGE, "more than " + most + " bytes");
        }
        return read;
    }

    private RefusedException refuse(Problem problem, String detail) {
        refused = true;
        return new RefusedException(problem, detail);
    }

    /** Does not take the rest off the line where nobody wants it: it may have no end. */
    @Override
    public void close() throws IOException {
        if (!refused) {
            super.close();
        }
    }
}
