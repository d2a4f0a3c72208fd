import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import type { SearchRecord } from '../../core/search-index.ts';

/** Fast rather than small: a record is packed once and unpacked whenever it is a candidate. */
const OPTIONS = { params: { [constants.ZSTD_c_compressionLevel]: 3 } };

export function pack(record: SearchRecord): Uint8Array {
  return zstdCompressSync(JSON.stringify(record), OPTIONS);
}

/** What `pack` made; the index is ours alone, so that its shape needs no second check. */
export function unpack(packed: Uint8Array): SearchRecord {
  return JSON.parse(zstdDecompressSync(packed).toString('utf8'));
}
