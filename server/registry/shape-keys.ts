import { z } from 'zod';
import type { Path } from './place.ts';

/** The shapes that a value may have once optional, lazy and either-or wrappers are taken off. */
const bare = (shape: z.core.$ZodType): z.core.$ZodType[] => {
  if (shape instanceof z.ZodOptional || shape instanceof z.ZodNullable) return bare(shape.unwrap());
  if (shape instanceof z.ZodLazy) return bare(shape.unwrap());
  if (shape instanceof z.ZodUnion) return shape.options.flatMap(bare);
  return [shape];
};

const inside = (shape: z.core.$ZodType, step: string | number): z.core.$ZodType[] => {
  if (shape instanceof z.ZodObject) {
    const known = new Map<string | number, z.core.$ZodType>(Object.entries(shape.shape));
    const found = known.get(step);
    return found === undefined ? [] : bare(found);
  }
  if (shape instanceof z.ZodRecord) return bare(shape.valueType);
  if (shape instanceof z.ZodArray) return bare(shape.element);
  return [];
};

/** The keys that the shape knows at a place; empty where any key may stand. */
export const keysAt = (shape: z.core.$ZodType, path: Path): string[] => {
  let here = bare(shape);
  for (const step of path) here = here.flatMap((one) => inside(one, step));
  return [...new Set(here.flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : [])))];
};
