import type { Language, MoneyUnit, Permission, Role, Scope } from '../common/model';

export interface SessionUser {
  id: string;
  name: string;
  email: string;
  role: Role;
  scope: Scope;
  locale: Language;
  permissions: Permission[];
  departmentId?: string | null;
}

export interface Session {
  state: 'setup' | 'anonymous' | 'signedIn';
  demo: boolean;
  user?: SessionUser | null;
  workspace: { name: string; moneyUnit: MoneyUnit };
  /** What a new password is measured by. */
  password: { shortest: number; longest: number };
  version: string;
}

export interface User {
  id: string;
  name: string;
  email?: string | null;
  role: Role;
  scope: Scope;
  departmentId?: string | null;
  managerId?: string | null;
  active: boolean;
  /** False for a person known only from imported data, such as a salesperson named in a file. */
  canSignIn: boolean;
  mayExport: boolean;
  /** The role may export already, whatever was given to the person. */
  exportsByRole: boolean;
  lastSignInAt?: string | null;
}

/** What a person may fill in about a user; the password only when a login is given. */
export interface UserDraft {
  name?: string;
  email?: string;
  role?: Role;
  scope?: Scope;
  departmentId?: string | null;
  managerId?: string | null;
  active?: boolean;
  mayExport?: boolean;
  password?: string;
}

export interface UserOption {
  id: string;
  name: string;
  role: Role;
  active: boolean;
}

export interface Department {
  id: string;
  name: string;
  parentId?: string | null;
}

export interface ApiKey {
  id: string;
  name: string;
  role: Role;
  prefix: string;
  createdAt: string;
  createdBy: string | { name: string };
  lastUsedAt?: string | null;
  expiresAt?: string | null;
  revokedAt?: string | null;
}

export interface CreatedApiKey extends ApiKey {
  key: string;
}

export interface DeviceSession {
  id: string;
  createdAt: string;
  lastSeenAt: string;
  ip: string;
  userAgent: string;
  current: boolean;
}

export interface AuditEntry {
  id: string;
  at: string;
  actor: { kind: string; name: string };
  action: string;
  object: { kind: string; id: string; label: string };
  detail: Record<string, unknown>;
  ip?: string | null;
}

export interface WorkspaceSettings {
  workspaceName: string;
  moneyUnit: MoneyUnit;
  timeZone: string;
}

export interface SavedView {
  id: string;
  name: string;
  page: string;
  filter: Record<string, string>;
  shared: boolean;
  mine: boolean;
}
