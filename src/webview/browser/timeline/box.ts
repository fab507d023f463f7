/** In pixels from the picture's upper left corner, as everything in it. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}
