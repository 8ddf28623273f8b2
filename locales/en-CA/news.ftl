# What is new: on the system’s notifications, which anybody may read on a locked screen, and in the
# app’s own window, where names are at home.

notification-photo = There is news about a photo.
notification-proof = There is news about a document.
notification-clock = There is something to do soon.
notification-message = There is a new message.
notification-open = Open
news-photo = There is news about { $name }’s photo.
news-proof = { $name }’s proof of status is ready.
news-clock = Look at { $name }’s steps: a date is coming up.
news-message = There is a new message about { $name }.
news-several = There is news about your household.
settings-notifications = Notifications
settings-notifications-hint = They say that there is news while you are not looking at the app, and never about whom: anyone can read them on a locked screen.
notifications-on = Show them
notifications-off = Do not show them
