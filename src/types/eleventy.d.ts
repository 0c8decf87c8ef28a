// Eleventy 3 ships no types. Only what we use is declared.
declare module "@11ty/eleventy" {
  export interface UserConfig {
    addGlobalData(name: string, value: unknown): void;
    addTemplate(path: string, content: unknown, data?: object): void;
    addExtension(extension: string | string[], options: object): void;
    addTemplateFormats(formats: string | string[]): void;
    setLibrary(name: string, library: unknown): void;
    setDataFileBaseName(name: string): void;
    addWatchTarget(path: string): void;
    setQuietMode(quiet: boolean): void;
    setUseGitIgnore(use: boolean): void;
    setFreezeReservedData(freeze: boolean): void;
    ignores: Set<string>;
    logger: { isEnabled: boolean } & Record<string, unknown>;
  }
  export interface EleventyOptions {
    configPath?: string;
    quietMode?: boolean;
    source?: "cli" | "script";
    pathPrefix?: string;
    config?: (config: UserConfig) => unknown;
  }
  export default class Eleventy {
    constructor(input?: string, output?: string, options?: EleventyOptions);
    disableLogger(): void;
    write(): Promise<unknown>;
  }
}
