/** The reasons for which a request gets no answer. */

export const FAILURES = {
  "no-host": "there is no such host",
  lookup: "the name of its host could not be looked up",
  private: "it leads to a private or local address",
  refused: "the host refuses the connection",
  reset: "the host breaks the connection off",
  timeout: "the host does not answer in time",
  certificate: "the certificate of the host is not valid",
  tls: "no encrypted connection to the host can be made",
  protocol: "the host does not answer as a web server should",
} as const;

export type FailureKind = keyof typeof FAILURES;

/** A request without an answer. */
export class RequestFailure extends Error {
  readonly kind: FailureKind;

  constructor(kind: FailureKind) {
    super(FAILURES[kind]);
    this.kind = kind;
  }
}

const KINDS: Record<string, FailureKind> = {
  ENOTFOUND: "no-host",
  ENODATA: "no-host",
  EAI_AGAIN: "lookup",
  EAI_FAIL: "lookup",
  ECONNREFUSED: "refused",
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "timeout",
  EHOSTUNREACH: "timeout",
  ENETUNREACH: "timeout",
};

/** The reason behind an error of Node. */
export function failureOf(error: Error): RequestFailure {
  if (error instanceof RequestFailure) return error;
  const { code = "", errors } = error as NodeJS.ErrnoException & { errors?: unknown };
  if (Array.isArray(errors) && errors[0] instanceof Error) return failureOf(errors[0]);
  const kind = KINDS[code];
  if (kind) return new RequestFailure(kind);
  if (/CERT|SELF_SIGNED|ISSUER|SIGNATURE/.test(code)) return new RequestFailure("certificate");
  return new RequestFailure(/ERR_TLS|ERR_SSL|EPROTO/.test(code) ? "tls" : "protocol");
}
