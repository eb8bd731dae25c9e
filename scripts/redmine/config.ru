# Redmine's own config.ru, plus the path below which it is served: RAILS_RELATIVE_URL_ROOT, such as /redmine.
require '/usr/share/redmine/config/environment'

map(ENV.fetch('RAILS_RELATIVE_URL_ROOT', '/')) { run Rails.application }
