/** The contrast of a colour with what it is painted on, 1 to 21; the layers from the page upwards. */
export function contrast(colour: string, ...layers: string[]): number {
  const ground = luminance(layers);
  const figure = luminance([...layers, colour]);
  return (Math.max(ground, figure) + 0.05) / (Math.min(ground, figure) + 0.05);
}

/** The relative luminance of WCAG 2; the browser paints, so that any colour it can name will do. */
function luminance(layers: string[]): number {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d') as OffscreenCanvasRenderingContext2D;
  for (const layer of layers) {
    canvas.fillStyle = layer;
    canvas.fillRect(0, 0, 1, 1);
  }
  const [red = 0, green = 0, blue = 0] = [...canvas.getImageData(0, 0, 1, 1).data].map((byte) => {
    const part = byte / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
