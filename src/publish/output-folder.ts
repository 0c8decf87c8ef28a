import { mkdir, mkdtemp, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

/** The file that says a folder was made by a build, and may be replaced by one. */
export const manifestName = "manifest.json";

/** Why an output folder must not be replaced. */
export class ForeignFolderError extends Error {
  override readonly name = "ForeignFolderError";
}

/**
 * Makes everything in a folder beside the output and puts it in the output's place only when all is there.
 * When `make` fails, the old output stays as it was and the stage is removed.
 * @throws ForeignFolderError when the output folder holds files that no build made
 */
export async function stageAndSwap<Result>(output: string, make: (stage: string) => Promise<Result>): Promise<Result> {
  const parent = path.dirname(output);
  const name = path.basename(output);
  await mkdir(parent, { recursive: true });
  const aside = path.join(parent, `.${name}.old`);
  await recover(output, aside);
  await refuseForeign(output);
  const stage = await mkdtemp(path.join(parent, `.${name}.stage-`));
  try {
    const result = await make(stage);
    if (await exists(output)) await rename(output, aside);
    await rename(stage, output);
    await rm(aside, { recursive: true, force: true });
    return result;
  } catch (error) {
    await recover(output, aside);
    await rm(stage, { recursive: true, force: true });
    throw error;
  }
}

/** A run that was cut off between the two renames left the old output aside: it goes back. */
async function recover(output: string, aside: string): Promise<void> {
  if (!(await exists(aside))) return;
  if (await exists(output)) await rm(aside, { recursive: true, force: true });
  else await rename(aside, output);
}

async function refuseForeign(output: string): Promise<void> {
  if (!(await exists(output))) return;
  const held = await readdir(output);
  if (held.length > 0 && !held.includes(manifestName)) {
    throw new ForeignFolderError(
      `The folder ${output} holds files that no build made, so it is not replaced. Choose another with --out, or empty it yourself.`,
    );
  }
}

async function exists(file: string): Promise<boolean> {
  try {
    await stat(file);
    return true;
  } catch {
    return false;
  }
}
