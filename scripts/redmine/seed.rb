# frozen_string_literal: true

# Fills an empty Redmine with the goals of a shop, and prints as the last line a JSON object with what was made.
# Run by golden.mjs through `rails runner`, on a database that holds Redmine's tables and nothing else.

# Every date is fixed, so that two seeds differ in nothing but the keys that the environment brings.
CREATED = Time.utc(2025, 3, 3, 9, 0, 0)
FILLERS = 130

# The file is thrown away when this fails, so there is no need to wait for the disk.
ActiveRecord::Base.connection.execute('PRAGMA synchronous = OFF')
Redmine::DefaultData::Loader.load('en')

# --- Settings -------------------------------------------------------------------------------------------------------

Setting.rest_api_enabled = '1'
# By which a repository is announced, as the hosts of repositories do it.
Setting.sys_api_enabled = '1'
Setting.sys_api_key = ENV.fetch('REDMINE_ADMIN_KEY')
# Without this each change starts a thread that writes mail, and that locks the SQLite file.
Setting.notified_events = []
Setting.text_formatting = 'textile'
Setting.app_title = 'Goal Lens Redmine'
Setting.default_language = 'en'
Setting.default_projects_public = '0'
Setting.default_issue_start_date_to_creation_date = '0'
Setting.cross_project_subtasks = 'system'
Setting.cross_project_issue_relations = '1'
# By default a parent has no priority, dates or progress of its own, but those of its children.
Setting.parent_issue_priority = 'independent'
Setting.parent_issue_dates = 'independent'
Setting.parent_issue_done_ratio = 'independent'

# --- Trackers -------------------------------------------------------------------------------------------------------

bug = Tracker.find_by!(name: 'Bug')
story = Tracker.find_by!(name: 'Feature')
story.update!(name: 'Story')
Tracker.find_by!(name: 'Support').destroy!
objective, initiative, epic =
  %w[Objective Initiative Epic].map do |name|
    Tracker.create!(name: name, default_status: IssueStatus.find_by!(name: 'New')).tap do |tracker|
      # Nobody, not even an administrator, can change a status that the workflow does not know.
      tracker.copy_workflow_rules(story)
    end
  end
[objective, initiative, epic, story, bug].each.with_index(1) { |tracker, position| tracker.update!(position: position) }

status = IssueStatus.all.index_by(&:name)
priority = IssuePriority.all.index_by(&:name)

# --- People ---------------------------------------------------------------------------------------------------------

def person(login, first, last)
  User.create!(
    login: login, firstname: first, lastname: last, mail: "#{login}@shop.example", language: 'en',
    password: 'goal-lens', password_confirmation: 'goal-lens', mail_notification: 'none'
  )
end

def give_key(user, key)
  Token.where(user_id: user.id, action: 'api').delete_all
  Token.create!(user: user, action: 'api').update_columns(value: key)
end

admin = User.find_by!(login: 'admin')
admin.update!(
  password: 'goal-lens', password_confirmation: 'goal-lens', must_change_passwd: false, mail_notification: 'none'
)
robin = person('robin', 'Robin', 'Fields')
priya = person('priya', 'Priya', 'Nair')
give_key(admin, ENV.fetch('REDMINE_ADMIN_KEY'))
give_key(robin, ENV.fetch('REDMINE_USER_KEY'))

# --- Projects -------------------------------------------------------------------------------------------------------

all_trackers = [objective, initiative, epic, story, bug]
shop, warehouse, vault =
  [%w[shop Shop], %w[warehouse Warehouse], %w[vault Vault]].map do |identifier, name|
    Project.create!(
      identifier: identifier, name: name, description: "Everything about the #{name.downcase}.",
      is_public: false, trackers: all_trackers, enabled_module_names: %w[issue_tracking repository]
    )
  end
reporter = Role.find_by!(name: 'Reporter')
developer = Role.find_by!(name: 'Developer')
# Nobody but the administrator is a member of the vault.
[shop, warehouse].each do |project|
  Member.create!(project: project, principal: robin, roles: [reporter])
  Member.create!(project: project, principal: priya, roles: [developer])
end

spring = Version.create!(project: shop, name: 'Spring release', due_date: '2027-03-31', status: 'open')
summer = Version.create!(project: shop, name: 'Summer release', due_date: '2027-06-30', status: 'open')
someday = Version.create!(project: shop, name: 'Someday', status: 'open')
past = Version.create!(project: shop, name: 'Autumn release', due_date: '2025-09-30', status: 'open')

# --- Custom fields --------------------------------------------------------------------------------------------------

def field(name, format, trackers, **options)
  IssueCustomField.create!(name: name, field_format: format, is_for_all: true, trackers: trackers, **options)
end

goals = [objective, initiative, epic]
customers_affected = field('Customers affected', 'int', goals)
revenue = field('Revenue at stake', 'float', goals)
tier = field('Customer tier', 'list', goals, possible_values: %w[Enterprise Business Free])
customers = field(
  'Customers', 'list', goals, multiple: true,
  possible_values: ['Northwind', 'Globex', 'Initech', 'Umbra & Sons', 'Hooli']
)
quote = field('Customer quote', 'text', goals)

# --- Goals ----------------------------------------------------------------------------------------------------------

# Moves the moments of creation apart, a minute each, in the order in which issues are made.
clock = CREATED.to_i
stamp = lambda do |issue|
  clock += 60
  issue.update_columns(created_on: Time.at(clock).utc, updated_on: Time.at(clock).utc)
  issue.update_columns(closed_on: Time.at(clock).utc) if issue.status.is_closed?
end

make = lambda do |tracker, subject, importance: 'Normal', state: 'New', project: shop, impact: {}, **options|
  issue = Issue.new(
    project: project, tracker: tracker, author: admin, subject: subject,
    priority: priority.fetch(importance), status: status.fetch(state), **options
  )
  issue.custom_field_values = impact.to_h { |key, value| [key.id.to_s, value] }
  issue.save!
  issue
end

# Redmine's own forms send line ends as CRLF.
text = ->(*lines) { lines.join("\r\n") }

made = {}
made[:objective] = make.call(
  objective, 'Shoppers trust us with their money', importance: 'High', state: 'In Progress',
  description: text.call('h2. Why', '', 'A shopper who pays once and is not sure of it does not come back.'),
  impact: { customers_affected => '120', revenue => '900000' }
)
made[:initiative] = make.call(
  initiative, 'Checkout that never loses a cart', importance: 'Urgent', state: 'In Progress',
  parent_issue_id: made[:objective].id, fixed_version: spring, assigned_to: priya,
  start_date: '2026-10-01', due_date: '2027-03-15', done_ratio: 40, estimated_hours: 320,
  description: text.call(
    'h2. What we promise', '',
    'A cart that a shopper has filled is *still there* after any fault of ours.', '',
    '* a failed payment is tried again', '* a lost session keeps its cart', '',
    'See "the report":https://shop.example/reports/carts for the numbers.'
  ),
  impact: {
    customers_affected => '38', revenue => '180000', tier => 'Enterprise', customers => %w[Northwind Globex],
    quote => text.call('We lost a full cart twice in one week.', 'The third time we ordered elsewhere.')
  }
)
made[:epic] = make.call(
  epic, 'Payments survive a passing fault', importance: 'High', state: 'In Progress',
  parent_issue_id: made[:initiative].id, fixed_version: spring, assigned_to: priya, done_ratio: 50,
  description: text.call('A fault that passes by itself within a minute must cost nobody an order.', '',
                         'Out of scope: banks that are down for hours.')
)
made[:story] = make.call(
  story, 'Retry a payment', importance: 'High', state: 'In Progress',
  parent_issue_id: made[:epic].id, fixed_version: spring, assigned_to: priya,
  description: text.call('When the bank times out, try twice more, with the same idempotency key.', '',
                         '<pre><code class="ts">', 'await retry(pay, { times: 2 });', '</code></pre>')
)
made[:secondStory] = make.call(
  story, 'Tell shoppers what happened to their money', parent_issue_id: made[:epic].id, fixed_version: spring
)
made[:secondEpic] = make.call(
  epic, 'The cart follows the shopper', state: 'Feedback', parent_issue_id: made[:initiative].id,
  fixed_version: summer
)
made[:closedStory] = make.call(
  story, 'Keep the cart when a session expires', state: 'Closed', importance: 'Immediate',
  parent_issue_id: made[:secondEpic].id, done_ratio: 100
)
made[:rejectedStory] = make.call(
  story, 'Mail the cart to the shopper', state: 'Rejected', importance: 'Low', parent_issue_id: made[:secondEpic].id
)
made[:blocker] = make.call(
  bug, 'The test bank refuses our certificate', importance: 'Immediate', assigned_to: priya,
  description: 'Nothing that pays can be tried until this is solved.'
)
made[:secondInitiative] = make.call(
  initiative, 'Search that forgives a typo', importance: 'Normal',
  parent_issue_id: made[:objective].id, fixed_version: someday,
  impact: {
    customers_affected => '12', revenue => '45000.5', tier => 'Business', customers => ['Umbra & Sons'],
    # A form that leaves a field empty saves this, while a field that came later has no value at all.
    quote => ''
  }
)
made[:thirdEpic] = make.call(epic, 'Suggest the word that was meant', parent_issue_id: made[:secondInitiative].id)
made[:bareInitiative] = make.call(initiative, 'Gift cards', importance: 'Low', fixed_version: past)
made[:orphanStory] = make.call(story, 'Print the receipt', importance: 'Low')
made[:otherProjectInitiative] = make.call(
  initiative, 'Stock counts that match the shelf', project: warehouse, importance: 'High',
  impact: { customers_affected => '5', tier => 'Free' }
)
# A child of an issue in another project.
made[:otherProjectEpic] = make.call(
  epic, 'Reserve stock while a shopper pays', project: warehouse, parent_issue_id: made[:initiative].id
)
made[:hidden] = make.call(initiative, 'Sell the shop', project: vault, importance: 'Immediate')
# A goal whose parent the reader may not see.
made[:childOfHidden] = make.call(story, 'Collect the yearly figures', parent_issue_id: made[:hidden].id)

{ blocker: %i[story blocks], epic: %i[secondEpic precedes], initiative: %i[secondInitiative relates] }.
  each do |from, (to, type)|
    IssueRelation.create!(issue_from: made.fetch(from), issue_to: made.fetch(to), relation_type: type.to_s)
  end

# --- Enough for more than one page ----------------------------------------------------------------------------------

places = %w[cart checkout search account receipt wishlist price\ tag product\ page start\ page mail]
verbs = ['Speed up', 'Translate', 'Simplify', 'Measure', 'Repair', 'Document', 'Restyle']
fillers = Array.new(FILLERS) do |index|
  make.call(
    index % 4 == 3 ? bug : story, "#{verbs[index % verbs.size]} the #{places[index % places.size]} (#{index + 1})",
    importance: priority.keys[index % 4], state: index % 5 == 4 ? 'Closed' : status.keys[index % 4],
    assigned_to: index % 3 == 0 ? priya : nil
  )
end

# Making children and relations touches others, so the times come last.
[*made.values, *fillers].each { |issue| stamp.call(issue.reload) }

puts JSON.generate(
  issues: made.transform_values(&:id),
  firstFiller: fillers.first.id,
  lastFiller: fillers.last.id,
  projects: { shop: shop.id, warehouse: warehouse.id, vault: vault.id },
  users: { admin: admin.id, robin: robin.id, priya: priya.id },
  versions: { spring: spring.id, summer: summer.id, someday: someday.id, past: past.id },
  trackers: Tracker.sorted.to_h { |tracker| [tracker.name.downcase, tracker.id] },
  priorities: IssuePriority.sorted.to_h { |one| [one.name.downcase, one.id] },
  customFields: {
    customersAffected: customers_affected.id, revenueAtStake: revenue.id, customerTier: tier.id,
    customers: customers.id, customerQuote: quote.id
  }
)
