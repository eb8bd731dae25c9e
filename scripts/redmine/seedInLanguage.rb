# frozen_string_literal: true

# Fills an empty Redmine with a few goals in another language, with the statuses, priorities and types that Redmine brings in
# it, and with fields of a team's own; prints as the last line a JSON object with what was made. Run by golden.mjs.

LANGUAGE = ENV.fetch('REDMINE_LANGUAGE')
WORDS = {
  'de' => {
    shop: %w[laden Laden], archive: %w[altlasten Altlasten], epic: 'Vorhaben', formatting: 'textile',
    customers: 'Betroffene Kunden', segment: 'Kundensegment', segments: %w[Großkunden Mittelstand],
    contact: 'Ansprechpartner', goal: 'Kein Warenkorb geht verloren', text: "h2. Worum es geht\r\n\r\nKunden gehen."
  },
  'es' => {
    shop: %w[tienda Tienda], archive: %w[archivo Archivo], epic: 'Iniciativa', formatting: 'common_mark',
    customers: 'Clientes afectados', segment: 'Segmento', segments: %w[Empresas Pymes],
    contact: 'Contacto', goal: 'Ningún carrito se pierde', text: "## De qué se trata\r\n\r\nLos clientes se van."
  }
}.fetch(LANGUAGE)

ActiveRecord::Base.connection.execute('PRAGMA synchronous = OFF')
Redmine::DefaultData::Loader.load(LANGUAGE)
Setting.rest_api_enabled = '1'
Setting.notified_events = []
Setting.text_formatting = WORDS[:formatting]
Setting.default_language = LANGUAGE
Setting.default_projects_public = '0'
Setting.parent_issue_priority = 'independent'
Setting.parent_issue_done_ratio = 'independent'

def give_key(user, key)
  Token.where(user_id: user.id, action: 'api').delete_all
  Token.create!(user: user, action: 'api').update_columns(value: key)
end

admin = User.find_by!(login: 'admin')
admin.update!(
  password: 'goal-lens', password_confirmation: 'goal-lens', must_change_passwd: false, mail_notification: 'none'
)
robin = User.create!(
  login: 'robin', firstname: 'Robin', lastname: 'Fields', mail: 'robin@shop.example', language: LANGUAGE,
  password: 'goal-lens', password_confirmation: 'goal-lens', mail_notification: 'none'
)
give_key(admin, ENV.fetch('REDMINE_ADMIN_KEY'))
give_key(robin, ENV.fetch('REDMINE_USER_KEY'))
team = Group.create!(lastname: 'Team')
team.users << robin
Setting.issue_group_assignment = '1'

# In the order in which Redmine makes them, whatever their names: bug, feature, support.
_bug, feature, support = Tracker.sorted.to_a
support.destroy!
epic = Tracker.create!(name: WORDS[:epic], default_status: IssueStatus.sorted.first)
epic.copy_workflow_rules(feature)
trackers = [epic, feature]

# Manager, developer, reporter.
developer = Role.givable.sorted.to_a[1]
shop, archive =
  [WORDS[:shop], WORDS[:archive]].map do |identifier, name|
    Project.create!(
      identifier: identifier, name: name, is_public: false, trackers: trackers,
      enabled_module_names: %w[issue_tracking]
    ).tap do |project|
      Member.create!(project: project, principal: robin, roles: [developer])
      Member.create!(project: project, principal: team, roles: [developer])
    end
  end

def field(name, format, trackers, **options)
  IssueCustomField.create!(name: name, field_format: format, is_for_all: true, trackers: trackers, **options)
end

customers = field(WORDS[:customers], 'int', trackers)
segment = field(WORDS[:segment], 'enumeration', trackers)
first, = WORDS[:segments].map.with_index(1) do |name, position|
  CustomFieldEnumeration.create!(custom_field: segment, name: name, position: position)
end
contact = field(WORDS[:contact], 'user', trackers)

statuses = IssueStatus.sorted.to_a
priorities = IssuePriority.sorted.to_a
make = lambda do |project, subject, status:, **options|
  issue = Issue.new(project: project, tracker: feature, author: admin, subject: subject, priority: priorities[1], **options)
  issue.status = statuses[status]
  issue.save!
  issue
end

goal = Issue.new(
  project: shop, tracker: epic, author: admin, subject: WORDS[:goal], priority: priorities.last, status: statuses[1],
  description: WORDS[:text], assigned_to: robin, done_ratio: 40
)
goal.custom_field_values = { customers.id.to_s => '38', segment.id.to_s => first.id.to_s, contact.id.to_s => robin.id.to_s }
goal.save!
items = statuses.each_index.map { |index| make.call(shop, "#{index}", status: index, parent_issue_id: goal.id) }
of_team = make.call(shop, 'Team', status: 0, assigned_to: team)
make.call(archive, 'x', status: 0)
archive.archive

puts JSON.generate(
  goal: goal.id, items: items.map(&:id), ofTeam: of_team.id,
  statuses: statuses.map(&:name), priorities: priorities.map(&:name),
  shop: WORDS[:shop].first, archive: WORDS[:archive].first,
  fields: { customers: customers.name, segment: segment.name, contact: contact.name }, segment: WORDS[:segments].first
)
