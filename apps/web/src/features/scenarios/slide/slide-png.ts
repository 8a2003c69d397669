import { SLIDE_HEIGHT, SLIDE_WIDTH, slideSvg, type Measure, type Slide } from './slide-svg.js';

function measureOf(context: CanvasRenderingContext2D): Measure {
  return (text, size, bold) => {
    context.font = `${bold ? 600 : 400} ${size}px sans-serif`;
    return context.measureText(text).width;
  };
}

function drawn(svg: string): Promise<HTMLImageElement> {
  return new Promise((done, fail) => {
    const image = new Image();
    image.onload = () => done(image);
    image.onerror = () => fail(new Error('slide (svg) must be a picture the browser can draw'));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  });
}

/** The slide as a PNG of 1600 × 900 pixels. */
export async function slidePng(slide: Slide): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = SLIDE_WIDTH;
  canvas.height = SLIDE_HEIGHT;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('canvas (none) must be there to draw a slide; use a browser that has one');
  context.drawImage(await drawn(slideSvg(slide, measureOf(context))), 0, 0);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('slide (canvas) must become a PNG'))), 'image/png'),
  );
}
