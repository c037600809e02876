// The two functions of lean-qr 2 that companion-code.js calls: its own types come with its sources,
// which are not in the guide.

export interface Bitmap2D {
  /** Modules on each side. */
  readonly size: number;
  /** Whether a module is dark. */
  get(x: number, y: number): boolean;
}

export declare const correction: Readonly<Record<"L" | "M" | "Q" | "H", number>>;

export declare function generate(
  data: string,
  options?: { minCorrectionLevel?: number; maxCorrectionLevel?: number },
): Bitmap2D;
