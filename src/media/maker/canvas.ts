/** Drawing (@napi-rs/canvas). */
export { type Canvas, createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from "@napi-rs/canvas";
