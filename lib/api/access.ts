import type { Scope } from '@/lib/auth/scopes'

/**
 * Who may do what, written by hand (guide reliability, Access): the test beside it holds every operation against this
 * table, and fails for one that has no row.
 */

/** Those who call. Guest to owner are roles in one organization; the creator placed the order in question. */
export const callers = [
  'nobody',
  'regular',
  'creator',
  'guest',
  'member',
  'admin',
  'owner',
  'systemAdmin',
  'orgKey',
  'orgKeyWithoutScope',
  'systemKey',
  'systemKeyWithoutScope',
] as const
export type Caller = (typeof callers)[number]

/** The caller's own organization (for `self`: the caller's own id), or another one. */
export const places = ['own', 'foreign'] as const
export type Place = (typeof places)[number]

/** `ok` is anything but 401, 403 and 404: the call was let through and its body or `If-Match` stopped it. */
export type Outcome = 'ok' | 401 | 403 | 404

const ok = 'ok'

/** One outcome for each of `callers`, in their order. */
type Line = readonly Outcome[]

// biome-ignore format: a table is read in columns.
const lines = {
  //                                        nobody regular creator guest member admin owner system  org  org−  sys  sys−
  signed:                                      [403, 403,    403,   403,  403,  403,  403,  403,   403, 403,  403, 403],
  public:                                      [ok,  ok,     ok,    ok,   ok,   ok,   ok,   ok,    ok,  ok,   ok,  ok ],
  optional:                                    [ok,  ok,     ok,    ok,   ok,   ok,   ok,   ok,    ok,  403,  ok,  403],
  any:                                         [401, ok,     ok,    ok,   ok,   ok,   ok,   ok,    ok,  403,  ok,  403],
  session:                                     [401, ok,     ok,    ok,   ok,   ok,   ok,   ok,    403, 403,  403, 403],
  system:                                      [401, 403,    403,   403,  403,  403,  403,  ok,    403, 403,  ok,  403],
  managerOnly:                                 [401, 403,    403,   403,  403,  ok,   ok,   ok,    ok,  403,  ok,  403],
  memberOnly:                                  [401, 403,    403,   ok,   ok,   ok,   ok,   ok,    ok,  403,  ok,  403],
  managerOrCreator:                            [401, 403,    ok,    403,  403,  ok,   ok,   ok,    ok,  403,  ok,  403],
  systemOrCreator:                             [401, 403,    ok,    403,  403,  403,  403,  ok,    403, 403,  ok,  403],
  myself:                                      [401, ok,     ok,    ok,   ok,   ok,   ok,   ok,    403, 403,  ok,  403],
} as const satisfies Record<string, Line>

/** What each kind of access comes to at each place. */
export const kinds = {
  public: { own: lines.public, foreign: lines.public },
  /** The address itself is the permission; the test's lacks its signature. */
  signed: { own: lines.signed, foreign: lines.signed },
  optional: { own: lines.optional, foreign: lines.optional },
  any: { own: lines.any, foreign: lines.any },
  session: { own: lines.session, foreign: lines.session },
  system: { own: lines.system, foreign: lines.system },
  member: { own: lines.memberOnly, foreign: lines.system },
  organization: { own: lines.managerOnly, foreign: lines.system },
  creator: { own: lines.managerOrCreator, foreign: lines.systemOrCreator },
  self: { own: lines.myself, foreign: lines.system },
} satisfies Record<string, Record<Place, Line>>

export type Row = {
  access: keyof typeof kinds
  /** What an API key needs; without one no key may call. */
  scope?: Scope
  /** A user whose e-mail is not verified is refused (decision 51). */
  verifiedEmail?: boolean
  /** The call ends the caller's sign-in, so that each needs one of its own. */
  endsSession?: boolean
  /** Which of a place's ids stands for a name in the path, where its own name is not the answer. */
  ids?: Record<string, string>
}

const open: Row = { access: 'public' }
const signedIn: Row = { access: 'session' }
const keysOfOrganization: Row = { access: 'organization' }
const keysOfSystem: Row = { access: 'system', ids: { keyId: 'systemKeyId' } }
const manage: Row = { access: 'organization' }
const ofSystem: Row = { access: 'system' }
const byInvitation: Row = { access: 'public', ids: { token: 'invitationToken' } }
const byPasswordLink: Row = { access: 'public', ids: { token: 'passwordToken' } }
const readPublished: Row = { access: 'optional', scope: 'products:read' }
const writeCatalog: Row = { access: 'organization', scope: 'products:write', verifiedEmail: true }
const readFiles: Row = { access: 'organization', scope: 'attachments:read', verifiedEmail: true }
const writeFiles: Row = { access: 'organization', scope: 'attachments:write', verifiedEmail: true }
const readTree: Row = { access: 'system', scope: 'products:read' }
const writeTree: Row = { access: 'system', scope: 'products:write' }

/** Operation id → who may call it. */
export const accessRows: Record<string, Row> = {
  ping: open,
  readLiveness: open,
  readReadiness: open,
  readOpenApiDocument: open,
  readGenericDocument: open,
  readStoreDocument: open,
  readTenantDocument: open,

  login: open,
  refreshTokens: open,
  logout: { ...signedIn, endsSession: true },
  readCsrfToken: open,
  readProviders: open,
  readSession: open,
  signInBrowser: open,
  signOutBrowser: open,

  readMe: signedIn,
  patchMe: signedIn,
  changePassword: signedIn,
  listOwnSessions: signedIn,
  deleteOwnSession: signedIn,
  endOtherSessions: signedIn,
  patchPreferences: signedIn,

  listMembers: manage,
  readMember: manage,
  patchMember: manage,
  deleteMember: manage,
  listPeople: manage,
  listInvitations: manage,
  createInvitation: manage,
  deleteInvitation: manage,
  readInvitation: byInvitation,
  acceptInvitation: byInvitation,

  listUsers: ofSystem,
  createUser: ofSystem,
  readUser: ofSystem,
  patchUser: ofSystem,
  createPasswordLink: ofSystem,
  setUserPassword: ofSystem,
  readPasswordReset: byPasswordLink,
  usePasswordReset: byPasswordLink,

  listApiKeys: keysOfOrganization,
  createApiKey: keysOfOrganization,
  readApiKey: keysOfOrganization,
  rotateApiKey: keysOfOrganization,
  deleteApiKey: keysOfOrganization,
  listSystemApiKeys: keysOfSystem,
  createSystemApiKey: keysOfSystem,
  readSystemApiKey: keysOfSystem,
  rotateSystemApiKey: keysOfSystem,
  deleteSystemApiKey: keysOfSystem,

  listOrganizations: { access: 'any', scope: 'orders:read' },
  readOrganization: { access: 'member', scope: 'orders:read' },
  createOrganization: ofSystem,
  readSettings: manage,
  patchSettings: manage,

  listOrders: { access: 'system', scope: 'orders:read' },
  listUserOrders: { access: 'self', scope: 'orders:read' },
  listOrganizationOrders: { access: 'organization', scope: 'orders:read' },
  createOrder: { access: 'optional', scope: 'orders:write' },
  readOrder: { access: 'creator', scope: 'orders:read' },
  patchOrder: { access: 'organization', scope: 'orders:write' },
  deleteOrder: { access: 'organization', scope: 'orders:write' },
  countOrdersByProduct: { access: 'organization', scope: 'orders:read' },
  readOrderParts: { access: 'organization', scope: 'orders:read' },
  listOrderVersions: { access: 'organization', scope: 'orders:read' },
  readOrderReadings: { access: 'organization', scope: 'orders:read' },
  recordPayment: { access: 'organization', scope: 'orders:write' },
  createShipment: { access: 'organization', scope: 'orders:write' },
  recordDelivery: { access: 'organization', scope: 'orders:write' },
  recordReturn: { access: 'organization', scope: 'orders:write' },
  contestOrder: { access: 'organization', scope: 'orders:write' },
  reviewOrder: { access: 'organization', scope: 'orders:write' },
  splitOrder: { access: 'organization', scope: 'orders:write' },
  readOrderTransitions: { access: 'creator', scope: 'orders:read' },
  revertOrder: { access: 'organization', scope: 'orders:write' },
  readOrderHistory: { access: 'organization', scope: 'orders:read' },
  countOrdersByStatus: { access: 'organization', scope: 'orders:read' },
  listOrderNotes: { access: 'organization', scope: 'orders:read' },
  createOrderNote: { access: 'organization', scope: 'orders:write' },
  patchOrderNote: { access: 'organization', scope: 'orders:write' },
  deleteOrderNote: { access: 'organization', scope: 'orders:write' },
  exportOrders: { access: 'organization', scope: 'orders:read' },
  exportHistory: { access: 'organization' },
  listHistory: { access: 'organization' },
  listSystemHistory: { access: 'system' },
  listViews: { access: 'member' },
  createView: { access: 'member' },
  readView: { access: 'member' },
  // The view is a shared one.
  patchView: { access: 'organization' },
  deleteView: { access: 'organization' },
  readListArrangement: signedIn,
  putListArrangement: signedIn,
  countOrders: { access: 'organization', scope: 'orders:read' },
  readOverview: { access: 'organization', scope: 'orders:read' },
  quoteOrder: { access: 'optional', scope: 'orders:read' },
  recallCustomers: { access: 'organization', scope: 'orders:read' },
  transitionOrders: { access: 'system', scope: 'orders:write' },
  transitionOrganizationOrders: { access: 'organization', scope: 'orders:write' },
  revertBatch: { access: 'system', scope: 'orders:write' },
  revertOrganizationBatch: { access: 'organization', scope: 'orders:write' },

  listCategoryTree: open,
  listCategories: open,
  countCategoryProducts: open,
  readCategory: open,
  createCategory: writeTree,
  patchCategory: writeTree,
  deleteCategory: writeTree,
  moveCategory: writeTree,
  listLocationTree: open,
  listLocations: open,
  countLocationProducts: open,
  readLocation: open,
  createLocation: writeTree,
  patchLocation: writeTree,
  deleteLocation: writeTree,
  moveLocation: writeTree,
  listCategoryLevels: open,
  findCategoryNodes: open,
  moveCategories: writeTree,
  readCategoryImpact: readTree,
  replaceCategory: writeTree,
  listLocationLevels: open,
  findLocationNodes: open,
  moveLocations: writeTree,
  readLocationImpact: readTree,
  replaceLocation: writeTree,
  revertDeletion: writeTree,
  listAttributes: open,
  readAttributeImpact: readTree,
  readAttribute: open,
  createAttribute: writeTree,
  patchAttribute: writeTree,
  deleteAttribute: writeTree,
  listRailAreas: open,
  listRailCompanies: open,
  listRailLines: open,
  listRailStations: open,
  readRailArea: open,
  readRailCompany: open,
  readRailLine: open,
  readRailStation: open,

  listProducts: open,
  listAllProducts: { access: 'system', scope: 'products:read' },
  listOrganizationProducts: { access: 'organization', scope: 'products:read' },
  readProduct: readPublished,
  readProductById: readPublished,
  createProduct: writeCatalog,
  batchCreateProducts: writeCatalog,
  batchPatchProducts: writeCatalog,
  batchDeleteProducts: writeCatalog,
  patchProduct: writeCatalog,
  patchProductById: writeCatalog,
  deleteProduct: writeCatalog,
  deleteProductById: writeCatalog,
  copyProduct: writeCatalog,
  bulkChangeProducts: writeCatalog,
  revertProductBatch: writeCatalog,
  readProductFacts: { access: 'organization', scope: 'products:read' },
  countProductStates: { access: 'organization', scope: 'products:read' },
  readProductVisibility: { access: 'organization', scope: 'products:read' },
  exportProducts: { access: 'organization', scope: 'products:read' },
  listVariants: readPublished,
  listVariantsByProductId: readPublished,
  readVariant: readPublished,
  readVariantByProductId: readPublished,
  createVariant: writeCatalog,
  createVariantByProductId: writeCatalog,
  patchVariant: writeCatalog,
  patchVariantByProductId: writeCatalog,
  deleteVariant: writeCatalog,
  deleteVariantByProductId: writeCatalog,
  batchCreateVariants: writeCatalog,
  batchPatchVariants: writeCatalog,
  batchDeleteVariants: writeCatalog,
  findSkus: { access: 'organization', scope: 'products:read' },

  followProduct: { access: 'any', scope: 'products:read' },
  unfollowProduct: { access: 'any', scope: 'products:read' },
  listFollowers: { access: 'system', scope: 'products:read' },
  listFollowedProducts: { access: 'self', scope: 'products:read' },

  listOrganizationAttachments: readFiles,
  readAttachment: readFiles,
  readAttachmentUsage: readFiles,
  createAttachment: writeFiles,
  deleteAttachment: writeFiles,
  patchAttachment: writeFiles,
  replaceAttachmentContent: writeFiles,
  summarizeAttachments: readFiles,
  createUploadUrl: writeFiles,
  listAttachments: { access: 'system', scope: 'attachments:read' },
  uploadFile: { access: 'signed' },
  readFile: { access: 'signed' },
}
