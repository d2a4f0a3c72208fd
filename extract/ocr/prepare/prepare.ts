import type { Quarters } from '../../../core/ocr-engine.ts';
import type { PageImage } from '../page-image.ts';
import { removeDust } from './dust.ts';
import { enlarge } from './enlarge.ts';
import { evenLight } from './light.ts';
import { slantOf } from './skew.ts';
import { levelPicture, turnBox, turnPicture } from './turn.ts';

/** Below this the strokes of letters are a pixel wide, too few for the engine. */
const FEW_DPI = 130;
/** A degree: the engine copes with less, and turning blurs a little. */
const CROOKED = 0.0175;

/** Each leaves a picture alone that does not need it; which are worth their time tells `npm run bench:ocr-steps`. */
export const STEPS = {
  light: (image: PageImage) => withGrey(image, evenLight(image.grey)),
  dust: (image: PageImage) => withGrey(image, removeDust(image.grey, image.dpi)),
  enlarge: (image: PageImage) => enlarged(image),
  level: (image: PageImage) => levelled(image),
} as const;

/** A picture as OCR reads it best: lit evenly, clean, large enough, level. */
export function prepare(image: PageImage): PageImage {
  return Object.values(STEPS).reduce((better, step) => step(better), image);
}

function withGrey(image: PageImage, grey: PageImage['grey']): PageImage {
  return grey === image.grey ? image : { ...image, grey };
}

function levelled(image: PageImage): PageImage {
  const slant = slantOf(image.grey);
  return Math.abs(slant) < CROOKED ? image : { ...image, grey: levelPicture(image.grey, slant), slant };
}

function enlarged(image: PageImage): PageImage {
  if (!(image.dpi < FEW_DPI)) return image;
  const [across, down] = image.scale;
  return { ...image, grey: enlarge(image.grey), scale: [across / 2, down / 2], dpi: 2 * image.dpi };
}

/** The picture, and its place on the page, after a page of that size was turned clockwise by quarters. */
export function turnImage(image: PageImage, quarters: Quarters, width: number, height: number): PageImage {
  const { grey, left, top, scale } = image;
  const right = left + grey.width * scale[0];
  const bottom = top + grey.height * scale[1];
  const box = turnBox([left, top, right, bottom], quarters, width, height);
  return {
    ...image,
    grey: turnPicture(grey, quarters),
    left: box[0],
    top: box[1],
    scale: quarters % 2 === 0 ? scale : [scale[1], scale[0]],
  };
}
