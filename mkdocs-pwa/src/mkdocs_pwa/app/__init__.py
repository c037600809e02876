"""What makes a site an app: manifest, icons, worker, words."""
