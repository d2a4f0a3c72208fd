/**
 * Every failure a user or an operator can meet, by code. docs/errors.md is held
 * to this list by a test. `retryable` says whether the same call may succeed
 * later without anyone changing the input.
 */
export const ERROR_CODES = {
  'file-empty': { retryable: false, status: 422, meaning: 'The file has no bytes.' },
  'file-unreadable': {
    retryable: true,
    status: 422,
    meaning: 'The file could not be opened or read from disk.',
  },
  'file-type-unsupported': {
    retryable: false,
    status: 415,
    meaning: 'The file is neither a PDF nor plain text.',
  },
  'pdf-damaged': {
    retryable: false,
    status: 422,
    meaning: 'The PDF is cut short or broken, and no page could be read.',
  },
  'pdf-encrypted': { retryable: false, status: 422, meaning: 'The PDF needs a password.' },
  'pdf-dynamic-form': {
    retryable: false,
    status: 422,
    meaning: 'The PDF is a form that only Adobe Reader can set (XFA).',
  },
  'pdf-too-large': {
    retryable: false,
    status: 422,
    meaning: 'The PDF has more pages or pixels than the limits allow.',
  },
  'text-undecodable': {
    retryable: false,
    status: 422,
    meaning: 'The text file is in no encoding that could be recognised.',
  },
  'ocr-failed': { retryable: true, status: 500, meaning: 'The OCR engine crashed or gave no answer.' },
  'read-timeout': { retryable: true, status: 500, meaning: 'Reading took longer than the time limit.' },
  'read-out-of-memory': {
    retryable: false,
    status: 500,
    meaning: 'Reading took more memory than the limit.',
  },
  'read-crashed': {
    retryable: true,
    status: 500,
    meaning: 'The process that read the document ended unexpectedly.',
  },
  'original-damaged': {
    retryable: false,
    status: 500,
    meaning: 'The stored original no longer has the bytes that it was received with.',
  },
  'not-found': { retryable: false, status: 404, meaning: 'There is nothing with that id.' },
  withheld: {
    retryable: false,
    status: 403,
    meaning: 'The original holds what closed items say, or was not read, and is not shown.',
  },
  'query-invalid': { retryable: false, status: 400, meaning: 'A parameter has a value that is not allowed.' },
  'archive-unavailable': {
    retryable: true,
    status: 503,
    meaning: 'The archive could not be opened or is busy.',
  },
  'archive-newer': {
    retryable: false,
    status: 503,
    meaning: 'The archive was written by a newer version of kkr-arkiv.',
  },
  'disk-full': { retryable: true, status: 507, meaning: 'There is no room left where the archive lies.' },
  'queue-unavailable': { retryable: true, status: 503, meaning: 'The job queue does not answer.' },
  'search-unavailable': {
    retryable: true,
    status: 503,
    meaning: 'The search engine does not answer, or its index is empty.',
  },
  'config-invalid': { retryable: false, status: 500, meaning: 'A setting has a value that is not allowed.' },
  internal: {
    retryable: false,
    status: 500,
    meaning: 'Something failed that should not; the log says more.',
  },
} as const satisfies Record<string, { retryable: boolean; status: number; meaning: string }>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** An expected failure: `message` is a plain sentence for the person who meets it. */
export class KkrError extends Error {
  override readonly name = 'KkrError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }

  get retryable(): boolean {
    return ERROR_CODES[this.code].retryable;
  }

  get status(): number {
    return ERROR_CODES[this.code].status;
  }
}

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(ERROR_CODES, value);
}

/** Any thrown value as a KkrError; what was not expected becomes `internal` with the cause kept. */
export function toKkrError(thrown: unknown): KkrError {
  if (thrown instanceof KkrError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new KkrError('internal', message, { cause: thrown });
}
