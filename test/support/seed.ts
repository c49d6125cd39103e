import fc from 'fast-check';

/** Random cases are the same in every run, so that a red one is due to what was changed; FUZZ_SEED=… tries others. */
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });
