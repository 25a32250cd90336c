/** What both extractors tune on papers that their scorers were not trained on. */
import { z } from 'zod';

export const DecisionSettingsSchema = z.object({
  /** Changes with every learning: part of the extractor's version. */
  version: z.string().min(1),
  /** Least probability of an entity. */
  threshold: z.number(),
  /** Least probability of a name within or around a surer entity. */
  nested: z.number(),
  /** Least probability of a relation, by type. */
  relationThresholds: z.array(z.number()),
  /** Points (score, share that was right), ascending: what confidences of edges and of relations are read from. */
  calibration: z.object({
    edge: z.array(z.tuple([z.number(), z.number()])),
    relation: z.array(z.tuple([z.number(), z.number()])),
  }),
});
export type DecisionSettings = z.infer<typeof DecisionSettingsSchema>;
