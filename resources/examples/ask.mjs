#!/usr/bin/env node
// May these messages go out? Reads lines of CATEGORY SUBJECT..., asks Refrain, prints SUBJECT deliver|skip RULE.
import readline from 'node:readline';
import { Refrain } from './refrain.mjs';

const { REFRAIN_URL: url, REFRAIN_WORKSPACE: workspace, REFRAIN_KEY: key } = process.env;
const refrain = new Refrain({ url, workspace, key });

for await (const line of readline.createInterface({ input: process.stdin })) {
  const [category, ...subjects] = line.trim().split(/\s+/);
  for (const { subject, decision, rule } of await refrain.decide(category, subjects))
    console.log(subject, decision, rule);
}
