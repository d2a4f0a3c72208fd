import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { createNoOcr } from '../ocr/ocr-engine.none.ts';
import { readPdf } from '../read-pdf.ts';

async function encrypted(algorithm: 'AES-256' | 'AES-128', userPassword: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  document.addPage([595, 842]).drawText('Godkendelse af dagsorden', { x: 60, y: 700, size: 11, font });
  document.encrypt({ algorithm, userPassword, ownerPassword: 'kun for sekretariatet' });
  return await document.save();
}

const read = (bytes: Uint8Array) =>
  readPdf(bytes, { ocr: createNoOcr(), knows: () => true }, { known: new Map() });

test.each(['AES-256', 'AES-128'] as const)(
  '%s: only a file that needs a password is refused',
  async (cipher) => {
    await expect(read(await encrypted(cipher, 'hemmelig'))).rejects.toMatchObject({ code: 'pdf-encrypted' });
    const { pages } = await read(await encrypted(cipher, ''));
    expect(pages[0]?.lines.map((line) => line.text)).toEqual(['Godkendelse af dagsorden']);
  },
);
